function afterLogin() {
  const next = new URL(location.href).searchParams.get('next');
  window.location.href = next;
}
