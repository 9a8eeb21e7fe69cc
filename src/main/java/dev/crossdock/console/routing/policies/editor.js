// The editor of a routing policy: what other fields depend on is sent at once, and rules can be dragged. Without this,
// every button of the page does the same.
(() => {
  'use strict';
  const form = () => document.getElementById('draft');

  const send = deed => {
    const button = document.createElement('button');
    button.name = 'do';
    button.value = deed;
    button.hidden = true;
    form().append(button);
    button.click();
    button.remove();
  };

  document.addEventListener('change', event => {
    if (event.target.matches('select[data-reshapes]')) send('save:change');
  });

  document.addEventListener('keydown', event => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey) && form()) {
      event.preventDefault();
      send('save:keys');
    }
  });

  // What a button did leaves the focus where one goes on.
  document.addEventListener('htmx:afterSettle', event => {
    const editor = document.getElementById('editor');
    const asked = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (!editor || !editor.dataset.focus || !asked || asked.id !== 'draft') return;
    const next = document.getElementById(editor.dataset.focus);
    if (next) next.focus();
  });

  // Completes the word at the caret: names in expressions, words in lists with commas. Arrows choose, Enter and Tab
  // take, Escape closes; screen readers are told by the roles of a combobox.
  const box = document.createElement('ul');
  box.id = 'words';
  box.className = 'policy-complete';
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', 'Words that fit');
  let field = null;
  let chosen = -1;

  const begun = input => {
    const before = input.value.slice(0, input.selectionStart);
    return (input.localName === 'textarea' ? /[A-Za-z][A-Za-z0-9]*$/ : /[^,\s][^,]*$/).exec(before);
  };
  const dress = () => {
    field.removeAttribute('list');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', 'words');
    if (field.localName === 'textarea') return;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'true');
  };
  const put = () => {
    const place = field.getBoundingClientRect();
    box.style.insetInlineStart = place.left + 'px';
    box.style.insetBlockStart = place.bottom + 'px';
  };
  const closed = () => {
    box.remove();
    if (!field) return;
    ['aria-activedescendant', 'aria-controls', 'aria-expanded', 'role'].forEach(name => field.removeAttribute(name));
    field = null;
  };
  const mark = next => {
    chosen = next;
    [...box.children].forEach((item, n) => item.setAttribute('aria-selected', String(n === chosen)));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', box.children[chosen].id);
  };
  const take = item => {
    const input = field;
    const word = begun(input);
    const start = word ? word.index : input.selectionStart;
    input.setRangeText(item.dataset.word, start, input.selectionStart, 'end');
    closed();
    input.focus();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    closed();
  };
  const offer = input => {
    const word = begun(input);
    const list = document.getElementById(input.dataset.words);
    const typed = word ? word[0].toLowerCase() : '';
    const fits = !typed || !list ? [] : [...list.options]
        .filter(option => option.value.toLowerCase().startsWith(typed)
            || (typed.length > 2 && option.textContent.toLowerCase().includes(typed)))
        .filter(option => option.value.toLowerCase() !== typed).slice(0, 8);
    closed();
    if (!fits.length) return;
    field = input;
    box.replaceChildren(...fits.map((option, n) => {
      const item = document.createElement('li');
      item.id = 'word-' + n;
      item.setAttribute('role', 'option');
      item.dataset.word = option.value;
      item.textContent = option.value + (option.textContent ? ': ' + option.textContent : '');
      return item;
    }));
    document.getElementById('main').append(box);
    put();
    dress();
    mark(-1);
  };
  document.addEventListener('htmx:afterSettle', () => {
    if (!field) return;
    put();
    dress();
    mark(chosen);
  });
  document.addEventListener('scroll', () => { if (field) put(); }, true);
  document.addEventListener('focusin', event => {
    if (event.target.matches('input[data-words]')) event.target.removeAttribute('list');
  });
  document.addEventListener('input', event => {
    if (event.target.matches('[data-words]') && event.isTrusted) offer(event.target);
  });
  document.addEventListener('focusout', closed);
  box.addEventListener('pointerdown', event => {
    event.preventDefault();
    if (event.target.closest('li')) take(event.target.closest('li'));
  });
  document.addEventListener('keydown', event => {
    if (!field || event.target !== field) return;
    const last = box.children.length - 1;
    if (event.key === 'ArrowDown') mark(chosen < last ? chosen + 1 : 0);
    else if (event.key === 'ArrowUp') mark(chosen > 0 ? chosen - 1 : last);
    else if (event.key === 'Escape') closed();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) take(box.children[chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  let dragged = null;
  document.addEventListener('pointerdown', event => {
    const handle = event.target.closest('[data-handle]');
    if (handle) handle.closest('[data-rule]').draggable = true;
  });
  document.addEventListener('dragstart', event => {
    dragged = event.target.closest ? event.target.closest('[data-rule]') : null;
  });
  document.addEventListener('dragover', event => {
    if (dragged && event.target.closest('[data-rule]')) event.preventDefault();
  });
  document.addEventListener('dragend', () => {
    if (dragged) dragged.draggable = false;
    dragged = null;
  });
  document.addEventListener('drop', event => {
    const over = event.target.closest('[data-rule]');
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    let place = form().elements.place;
    if (!place) {
      place = document.createElement('input');
      place.type = 'hidden';
      place.name = 'place';
      form().append(place);
    }
    place.value = Number(over.dataset.rule) + 1;
    send('to:' + dragged.dataset.rule);
  });
})();
