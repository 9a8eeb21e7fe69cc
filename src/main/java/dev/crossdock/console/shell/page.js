// Small services of every page: relative times, the zone, toasts that go by themselves, and one sending per form.
(() => {
  'use strict';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.split('; ').includes('zone=' + zone)) {
    document.cookie = 'zone=' + zone + '; path=/; max-age=31536000; samesite=lax';
  }

  const length = minutes => minutes < 60 ? minutes + ' min'
      : minutes < 2880 ? Math.floor(minutes / 60) + ' h' : Math.floor(minutes / 1440) + ' days';
  const relative = () => document.querySelectorAll('time[data-relative]').forEach(time => {
    const ahead = Date.parse(time.dateTime) - Date.now();
    const minutes = Math.floor(Math.abs(ahead) / 60000);
    const past = time.dataset.relative === 'late' ? ' late' : ' ago';
    const words = minutes < 1 ? 'now' : ahead < 0 ? length(minutes) + past : 'in ' + length(minutes);
    if (time.textContent !== words) time.textContent = words;
  });
  setInterval(relative, 30000);

  document.querySelectorAll('[data-toast="passing"]').forEach(toast => {
    const stay = toast.querySelector('a') ? 10000 : 5000;
    let timer = 0;
    const start = () => { timer = setTimeout(() => toast.remove(), stay); };
    const stop = () => clearTimeout(timer);
    ['pointerenter', 'focusin'].forEach(name => toast.addEventListener(name, stop));
    ['pointerleave', 'focusout'].forEach(name => toast.addEventListener(name, start));
    start();
  });

  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    if (event.submitter) event.submitter.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
    document.querySelectorAll('[aria-busy]').forEach(control => control.removeAttribute('aria-busy'));
  });
})();
