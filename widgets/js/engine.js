/** The equations, generated from model/equations.py. */

export { simulate } from "../../model/generated/model.js";
