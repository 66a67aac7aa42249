// Runs jobs through the generated module; writes every value as little-endian doubles.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, jobs, target] = process.argv.slice(2);
const { MODEL, simulate } = await import(pathToFileURL(module));
const runs = JSON.parse(readFileSync(jobs, "utf8")).map((job) => simulate(job));
const rows = runs.flatMap((run) => MODEL.quantities.map((name) => run[name]));
const values = new Float64Array(rows.length * rows[0].length);
rows.forEach((row, index) => values.set(row, index * row.length));
writeFileSync(target, Buffer.from(values.buffer));
