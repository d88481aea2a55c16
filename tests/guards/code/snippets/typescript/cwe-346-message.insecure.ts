const TRUSTED = "https://app.example.com";

window.addEventListener("message", (event: MessageEvent) => {
  document.getElementById("status")!.textContent = event.data.status;
  localStorage.setItem("theme", event.data.theme);
});
