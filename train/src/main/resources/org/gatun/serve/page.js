// The page's behaviour: a form that becomes a request, and a card for each request that follows its events.

const OPEN_REQUESTS = 4; // browsers open six connections to a server, and cancelling takes one
const CARDS = 24;
const SMALL_PICTURE = 200; // pixels; smaller ones are enlarged by whole pixels

const byId = id => document.getElementById(id);
const form = byId('form');
const conditions = { picture: 'a picture', depth: 'a depth map', segmentation: 'a segmentation map' };
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
let model;
let open = 0;

async function load() {
  const response = await fetch('/api/model');
  model = await response.json();
  byId('model').textContent =
    `${model.name}: ${model.width}×${model.height} pixels in ` +
    `${(model.width / model.code_pixels) * (model.height / model.code_pixels)} codes of ${model.codebook_size}`;
  document.title = `${model.name} · Gatun`;

  byId('class-field').hidden = model.conditioning !== 'class';
  byId('condition').hidden = !Object.hasOwn(conditions, model.conditioning);
  byId('condition').querySelector('.drop span').textContent = `Choose ${conditions[model.conditioning]}, or drop one here`;
  byId('class').append(...model.classes.map((name, label) => new Option(name, label)));
  byId('count').max = model.max_count;
  byId('top-k').max = model.codebook_size;
  byId('guidance-field').hidden = !model.guidable;
  byId('guidance').value = model.guidable ? 2 : 1;
  byId('completion').hidden = !model.completable;
  for (const side of ['width', 'height']) {
    Object.assign(byId(side), { value: model[side], min: model[side], max: model.max_side, step: model.code_pixels });
  }
  const resizable = model.max_side > Math.max(model.width, model.height);
  document.querySelectorAll('.size').forEach(field => { field.hidden = !resizable; });
  form.oninput = showValues;
  showValues();
  showOpen();
}

function showValues() {
  const shown = {
    'top-k': value => (Number(value) === 0 ? 'all codes' : value),
    'top-p': value => (Number(value) === 1 ? 'all' : value),
    guidance: value => (Number(value) === 1 ? 'none' : value),
    share: value => `${Math.round(value * 100)} %`,
  };
  document.querySelectorAll('output').forEach(output => {
    const id = output.htmlFor.value;
    const value = byId(id).value;
    output.value = shown[id] ? shown[id](value) : value;
  });
  byId('seed').disabled = byId('new-seed').checked;
  showKept();
}

/** Cuts uploaded pictures to the result's shape, and covers the part that will be drawn anew. */
function showKept() {
  const width = Number(byId('width').value);
  const height = Number(byId('height').value);
  document.querySelectorAll('.preview').forEach(preview => {
    preview.style.setProperty('--wide', width / Math.max(width, height));
    preview.style.setProperty('--high', height / Math.max(width, height));
  });
  const rest = `${100 * byId('share').value}%`;
  const keep = form.elements.keep.value;
  const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }[keep];
  byId('veil').style.inset = '0';
  byId('veil').style[keep] = rest;
  byId('veil').style[opposite] = '0';
}

function showOpen() {
  const full = open >= OPEN_REQUESTS;
  byId('draw').disabled = full;
  byId('draw').textContent = full ? `${open} requests are under way` : 'Draw';
}

function showError(message) {
  byId('error').textContent = message ?? '';
  byId('error').hidden = !message;
}

/** A place to choose a picture for upload. */
class PictureField {
  constructor(root) {
    this.drop = root.querySelector('.drop');
    this.input = root.querySelector('input[type=file]');
    this.chosen = root.querySelector('.chosen');
    this.image = root.querySelector('img');
    this.input.onchange = () => this.choose(this.input.files[0]);
    root.querySelector('.remove').onclick = () => this.remove();
    this.drop.ondragover = event => this.over(event, true);
    this.drop.ondragleave = event => this.over(event, false);
    this.drop.ondrop = event => {
      this.over(event, false);
      this.choose(event.dataTransfer.files[0]);
    };
  }

  over(event, isOver) {
    event.preventDefault();
    this.drop.classList.toggle('over', isOver);
  }

  async choose(file) {
    showError();
    if (!file) {
      return;
    }
    if (file.size > model.max_upload_bytes) {
      showError(`The file is too large: it must not have more than ${model.max_upload_bytes / 2 ** 20} MiB.`);
      return;
    }
    const url = await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(file);
    });
    this.base64 = url.slice(url.indexOf(',') + 1);
    this.show(url);
  }

  remove() {
    this.base64 = undefined;
    this.input.value = '';
    this.show(undefined);
    this.input.focus();
  }

  show(url) {
    if (url) {
      this.image.src = url;
    } else {
      this.image.removeAttribute('src');
    }
    this.chosen.hidden = !url;
    this.drop.hidden = Boolean(url);
  }
}

/** A number as typed; what is no number is sent as text, and the server says what is wrong with it. */
function typed(id) {
  const input = byId(id);
  return input.value === '' || Number.isNaN(Number(input.value)) ? input.value : Number(input.value);
}

function request() {
  if (byId('new-seed').checked) {
    byId('seed').value = Math.floor(Math.random() * 1e6);
  }
  const wanted = {
    count: typed('count'),
    width: typed('width'),
    height: typed('height'),
    temperature: typed('temperature'),
    top_k: typed('top-k'),
    top_p: typed('top-p'),
    guidance: typed('guidance'),
    seed: typed('seed'),
  };
  if (model.conditioning === 'class') {
    wanted.class = typed('class');
  }
  if (condition.base64) {
    wanted.condition = condition.base64;
  }
  if (completion.base64) {
    wanted.completion = { picture: completion.base64, keep: form.elements.keep.value, share: typed('share') };
  }
  return wanted;
}

/** The events of a stream, as [name, data]. */
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const parts = (text + value).split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const match = part.match(/^event: (.*)\ndata: (.*)$/);
      if (match) {
        yield [match[1], JSON.parse(match[2])];
      }
    }
  }
}

/** What is shown of one request. */
class Card {
  constructor(wanted) {
    this.article = byId('card').content.firstElementChild.cloneNode(true);
    this.wanted = wanted;
    const title = model.conditioning === 'class' ? model.classes[wanted.class] : 'Pictures';
    this.find('h2').textContent = title;
    this.find('.facts').textContent = this.facts();
    this.find('.cancel').onclick = () => this.cancel();
    const smallest = Math.min(Math.max(wanted.width, 128), 512);
    this.find('.pictures').style.setProperty('--cell', `min(100%, ${smallest}px)`);
    this.images = Array.from({ length: wanted.count }, (_, i) => this.frame(`${title}, picture ${i + 1}`));
    byId('empty').hidden = true;
    byId('results').prepend(this.article);
    document.querySelectorAll('article:not([data-state="waiting"], [data-state="running"])').forEach((old, i) => {
      if (i >= CARDS) {
        old.remove();
      }
    });
  }

  find(selector) {
    return this.article.querySelector(selector);
  }

  facts() {
    const { wanted } = this;
    return [
      plural(wanted.count, 'picture'),
      `temperature ${wanted.temperature}`,
      wanted.top_k > 0 && `top-k ${wanted.top_k}`,
      wanted.top_p < 1 && `top-p ${wanted.top_p}`,
      wanted.guidance !== 1 && `guidance ${wanted.guidance}`,
      wanted.completion && `${wanted.completion.keep} kept`,
      `seed ${wanted.seed}`,
    ].filter(Boolean).join(' · ');
  }

  /** A place for a picture, empty as yet. */
  frame(alt) {
    const link = document.createElement('a');
    const image = document.createElement('img');
    link.style.aspectRatio = `${this.wanted.width} / ${this.wanted.height}`;
    image.alt = '';
    image.dataset.alt = alt;
    image.classList.toggle('small', this.wanted.width < SMALL_PICTURE);
    image.hidden = true;
    link.append(image);
    this.find('.pictures').append(link);
    return image;
  }

  show(state, message, progress) {
    this.article.dataset.state = state;
    this.article.ariaBusy = String(['waiting', 'running'].includes(state));
    this.find('[role=status]').textContent = message;
    const bar = this.find('progress');
    if (progress === undefined) {
      bar.removeAttribute('value');
    } else {
      bar.value = progress;
    }
  }

  showPictures(pictures = []) {
    pictures.forEach((base64, i) => {
      this.images[i].src = `data:image/png;base64,${base64}`;
      this.images[i].alt = this.images[i].dataset.alt;
      this.images[i].hidden = false;
    });
  }

  offerDownloads() {
    this.images.forEach((image, i) => {
      image.parentElement.href = image.src;
      image.parentElement.download = `gatun-${this.wanted.seed}-${i + 1}.png`;
      image.parentElement.title = 'Save this picture';
    });
  }

  on(event, data) {
    switch (event) {
      case 'accepted':
        this.id = data.id;
        break;
      case 'waiting':
        this.show('waiting', data.ahead === 0 ? 'Next in the queue' : `Waiting: ${plural(data.ahead, 'request')} before this one`);
        break;
      case 'running':
        this.show('running', data.total ? `${data.done} of ${data.total} codes` : 'Starting', data.total ? data.done / data.total : 0);
        this.showPictures(data.pictures);
        break;
      case 'finished':
        this.showPictures(data.pictures);
        this.offerDownloads();
        this.end('finished', `Drawn in ${data.seconds.toFixed(data.seconds < 10 ? 2 : 0)} s`);
        break;
      case 'failed':
        this.end('failed', data.error);
        break;
      case 'cancelled':
        this.end('cancelled', 'Cancelled');
        break;
      default:
        throw new Error(`an event that this page does not know: ${event}`);
    }
  }

  end(state, message) {
    this.ended = true;
    this.find('.cancel').remove();
    this.show(state, message, 1);
  }

  /** The events then say that it is cancelled. */
  cancel() {
    this.find('.cancel').disabled = true;
    if (this.id) {
      fetch(`/api/samples/${this.id}`, { method: 'DELETE' });
    }
  }
}

async function draw() {
  showError();
  const wanted = request();
  open += 1;
  showOpen();
  let card;
  try {
    const response = await fetch('/api/samples', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    if (!response.ok) {
      showError((await response.json()).error);
      return;
    }
    card = new Card(wanted);
    for await (const [event, data] of events(response)) {
      card.on(event, data);
    }
    if (!card.ended) {
      card.end('failed', 'The server has gone');
    }
  } catch (error) {
    if (card && !card.ended) {
      card.end('failed', 'The connection was lost');
    } else if (!card) {
      showError('The server does not answer. Is it still running?');
    }
    console.error(error);
  } finally {
    open -= 1;
    showOpen();
  }
}

form.onsubmit = event => {
  event.preventDefault();
  if (!byId('draw').disabled) {
    draw();
  }
};
const condition = new PictureField(byId('condition'));
const completion = new PictureField(byId('completion'));
load().catch(error => {
  byId('model').textContent = 'The server does not answer.';
  console.error(error);
});
