// A copy that is read from a folder does not offer itself again.
if (location.protocol === "file:") document.querySelector(".carry")?.remove();
