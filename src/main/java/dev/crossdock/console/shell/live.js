// Live parts: each element with data-live asks for itself every few seconds and is morphed in place, so that the field
// somebody types in, an opened disclosure and the scroll position stay as they are.
(() => {
  'use strict';
  const EVERY_MS = 5000;

  const attributes = (from, to) => {
    for (const {name, value} of to.attributes) {
      if (from.getAttribute(name) !== value && !(name === 'open' && from.localName === 'details')) {
        from.setAttribute(name, value);
      }
    }
    for (const {name} of [...from.attributes]) {
      if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
    }
  };

  const children = (from, to) => {
    const wanted = new Set([...to.children].map(child => child.id).filter(Boolean));
    let at = from.firstChild;
    for (const next of [...to.childNodes]) {
      const own = next.id && [...from.children].find(child => child.id === next.id);
      while (at && at !== own && (own ? !wanted.has(at.id) : at.id && !wanted.has(at.id))) {
        const gone = at;
        at = at.nextSibling;
        gone.remove();
      }
      if (own) {
        if (own === at) at = at.nextSibling;
        else from.insertBefore(own, at);
        morph(own, next);
      } else if (at && !at.id && !next.id && at.nodeName === next.nodeName) {
        const same = at;
        at = at.nextSibling;
        morph(same, next);
      } else {
        from.insertBefore(next, at);
      }
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };

  const morph = (from, to) => {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.data !== to.data) from.data = to.data;
    } else if (from.nodeName !== to.nodeName) {
      from.replaceWith(to);
    } else if (!from.isEqualNode(to)) {
      attributes(from, to);
      children(from, to);
    }
  };

  htmx.defineExtension('morph', {
    isInlineSwap: style => style === 'morph',
    handleSwap: (style, target, fragment) => {
      if (style !== 'morph' || !fragment.firstElementChild) return false;
      morph(target, fragment.firstElementChild);
      return [target];
    },
  });

  const updated = document.getElementById('updated');
  const told = state => {
    if (!updated) return;
    const time = updated.querySelector('time');
    if (state === 'live') {
      const now = new Date();
      time.textContent = now.toLocaleTimeString('en-GB');
      time.dateTime = now.toISOString();
    } else if (updated.dataset.state !== 'stale') {
      document.getElementById('status').append(
          note('toast role-critical', 'This page could not be brought up to date. It shows ' + time.textContent + '.'));
    }
    updated.querySelector('.updated-words').textContent = state === 'live' ? 'Updated' : 'Stale since';
    updated.dataset.state = state;
  };

  const note = (css, words, href, link) => {
    const toast = document.createElement('div');
    toast.className = css;
    const text = document.createElement('p');
    text.textContent = words + ' ';
    if (href) {
      const a = document.createElement('a');
      a.href = href;
      a.textContent = link;
      text.append(a);
    }
    toast.append(text);
    toast.dataset.toast = 'staying';
    return toast;
  };

  const tick = () => {
    if (document.visibilityState !== 'visible') return;
    document.querySelectorAll('[data-live]').forEach(part => htmx.trigger(part, 'tick'));
  };
  setInterval(tick, EVERY_MS);
  document.addEventListener('visibilitychange', tick);

  const isLive = event => event.detail.elt && event.detail.elt.hasAttribute('data-live');
  document.addEventListener('htmx:afterRequest', event => {
    if (isLive(event) && event.detail.successful) told('live');
  });
  const failed = event => {
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (status === 401) {
      const alert = document.getElementById('alert');
      if (!alert.childElementCount) {
        alert.append(note('toast role-critical', 'You are signed out.', location.href, 'Sign in'));
      }
      told('stale');
    } else if (isLive(event)) {
      told('stale');
    } else if (status !== 422) {
      document.getElementById('alert').replaceChildren(
          note('toast role-critical', 'That did not work. What you see is unchanged. Try again.'));
    }
  };
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);
})();
