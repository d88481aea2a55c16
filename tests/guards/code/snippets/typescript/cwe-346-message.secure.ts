const TRUSTED = "https://app.example.com";

window.addEventListener("message", (event: MessageEvent) => {
  if (event.origin !== TRUSTED) return;
  document.getElementById("status")!.textContent = event.data.status;
  localStorage.setItem("theme", event.data.theme);
});
