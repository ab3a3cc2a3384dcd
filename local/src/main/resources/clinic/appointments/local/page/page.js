// Shows the command of a form with the values that its fields have now.
'use strict';

function quoted(word) {
  return "'" + word.replaceAll("'", "'\\''") + "'";
}

function tell(form) {
  const fields = [...new FormData(form)].map(([name, value]) => ' --data-urlencode ' + quoted(name + '=' + value));
  form.querySelector('code').textContent = form.dataset.curl + fields.join('');
}

addEventListener('input', event => {
  const form = event.target.closest('form[data-curl]');
  if (form) {
    tell(form);
  }
});
