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

// Moves an appointment of a day by dragging it, in steps of five minutes: it sends the command of the form that moves.
const STEP = 5;
let drag = null;

function time(minutes) {
  const part = number => String(number).padStart(2, '0');
  return part(Math.floor(minutes / 60) % 24) + ':' + part(minutes % 60);
}

function moved(event) {
  return Math.round((event.clientY - drag.y) / STEP) * STEP;
}

addEventListener('pointerdown', event => {
  const block = event.target.closest('.block');
  if (block && event.button === 0 && !event.target.closest('button') && !event.target.closest('.saved')) {
    drag = {block, y: event.clientY, top: parseInt(block.style.top, 10), far: false};
  }
});

addEventListener('pointermove', event => {
  if (drag && (drag.far || moved(event) !== 0)) {
    drag.far = true;
    drag.block.classList.add('dragged');
    drag.block.style.top = drag.top + moved(event) + 'px';
    event.preventDefault();
  }
});

addEventListener('pointerup', async event => {
  const done = drag;
  if (!done) {
    return;
  }
  const by = moved(event);
  drag = null;
  done.block.classList.remove('dragged');
  if (done.far) {
    done.block.dataset.dragged = 'yes';
    setTimeout(() => delete done.block.dataset.dragged);
  }
  if (done.far && by !== 0) {
    const lanes = done.block.parentElement.dataset;
    const start = Number(lanes.first) + Number(done.block.dataset.top) + by;
    const answer = await fetch('/day/move', {method: 'POST', body: new URLSearchParams({id: done.block.dataset.id,
      date: lanes.date, start: time(start), end: time(start + Number(done.block.dataset.height)), zone: lanes.zone})});
    document.getElementById('said').textContent = await answer.text();
    if (!answer.ok) {
      done.block.style.top = done.top + 'px';
    }
  }
});

addEventListener('dragstart', event => {
  if (event.target.closest('.block')) {
    event.preventDefault();
  }
});

// The end of a drag is no click on the link in the block.
addEventListener('click', event => {
  if (event.target.closest('.block a') && event.target.closest('.block').dataset.dragged) {
    event.preventDefault();
  }
}, true);
