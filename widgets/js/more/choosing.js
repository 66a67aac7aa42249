/** Lists whose choice is still made when the reader comes back. */

/**
 * Choose in a list what the reader chose there last, and keep what will be chosen.
 * @param {HTMLSelectElement} list with its options
 * @param {import("../memory.js").Choices} choices
 * @param {string} name
 * @param {AbortSignal} signal
 */
export function keepChoice(list, choices, name, signal) {
  const offered = (value) => [...list.options].some((one) => one.value === value);
  list.value = choices.get(name, offered) ?? list.value;
  list.addEventListener("change", () => choices.set(name, list.value), { signal });
}
