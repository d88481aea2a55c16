function afterLogin() {
  const next = new URL(location.href).searchParams.get('next');
  const target = new URL(next, location.origin);
  window.location.href = target.origin === location.origin ? target.pathname : '/';
}
