/** What leaves the page: to the clipboard, or as a file. */

import { el } from "../dom.js";

/** So long a file stays ready to be fetched, in milliseconds. */
const READY = 30_000;

/**
 * Hand the reader a file.
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), READY);
}

/** Hand the reader a text as a file. */
export const saveText = (name, text, type) => save(name, new Blob([text], { type: `${type};charset=utf-8` }));

/**
 * A text to the clipboard. Where a page may not write there (plain http, a folder), the text is
 * selected, so that one key copies it.
 * @param {Node} shown where the text stands
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(shown, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown instanceof HTMLInputElement) shown.select();
    else getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
