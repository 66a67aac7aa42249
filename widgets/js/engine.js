/** The equations, generated from model/equations.py. */

export { MODEL, course, inputs, packed, simulate, turns } from "../../model/generated/model.js";
