// Files are looked at before they are taken in, and sent as they are: the server knows the encodings.
(() => {
  'use strict';
  const form = document.getElementById('imports');
  if (!form) return;
  const file = document.getElementById('file');
  const preview = document.getElementById('preview');
  const failed = document.getElementById('import-failed');
  form.querySelector('[data-file]').hidden = false;

  const send = (path, more) => fetch('/console/stock/imports/' + path + '?' + new URLSearchParams(
      {kind: form.elements.kind.value, ...more}), {
    method: 'POST',
    body: file.files[0],
    headers: {'Content-Type': 'application/octet-stream', 'X-CSRF-TOKEN': form.elements._csrf.value, 'HX-Request': 'true'},
  }).then(answer => {
    if (!answer.ok || answer.url.includes('/sign-in')) throw new Error();
    failed.textContent = '';
    return answer;
  });
  const sorry = () => { failed.textContent = 'That did not work, and nothing was taken in. Try again.'; };

  const look = () => {
    preview.replaceChildren();
    if (!file.files.length) return;
    send('preview', {}).then(answer => answer.text()).then(html => {
      preview.innerHTML = html;
    }).catch(sorry);
  };
  file.addEventListener('change', look);
  form.elements.kind.addEventListener('change', look);
  form.addEventListener('submit', event => {
    const what = event.submitter && event.submitter.value;
    if (what !== 'import' || !file.files.length) return;
    event.preventDefault();
    if (event.submitter.hasAttribute('aria-busy')) return;
    event.submitter.setAttribute('aria-busy', 'true');
    send('file', {key: form.elements.key.value, name: file.files[0].name})
        .then(answer => location.assign(answer.url))
        .catch(() => { event.submitter.removeAttribute('aria-busy'); sorry(); });
  });
})();
