// Dialogs for the fields of an action and for the token.

import {h, button} from '../dom.js';
import {act, setToken, setWho, token, who} from '../api.js';
import {count} from '../format.js';
import {toast} from './frame.js';

const WRONG_TOKEN = 'This token is wrong. The token is the value of WATTLINE_HTTP_TOKEN on the service.';

let number = 0;

function field({name, label, type = 'text', value = '', required = true, hint, options}) {
  const id = `field-${++number}`;
  const described = hint && id + '-hint';
  const attributes = {id, name, required, 'aria-describedby': described};
  const input = options ? h('select', attributes, options.map(([key, text]) => h('option', {value: key, selected: key === value}, text)))
    : type === 'textarea' ? h('textarea', {...attributes, rows: 3}, value)
      : h('input', {...attributes, type, value, autocomplete: type === 'password' ? 'current-password' : 'off', spellcheck: 'false'});
  return h('div', {class: 'field'}, h('label', {for: id}, label), input, hint && h('p', {class: 'hint', id: described}, hint));
}

const tokenField = () => ({name: 'token', label: 'Token', type: 'password', value: token(), hint: 'The value of WATTLINE_HTTP_TOKEN on the service. The tab keeps it until it is closed.'});
const whoField = () => ({name: 'by', label: 'Your name', value: who(), hint: 'Is written to the audit log.'});

function open({title, text, fields, confirm, danger, submit}) {
  const problem = h('p', {class: 'failed', role: 'alert', hidden: true});
  const progress = h('p', {class: 'more', role: 'status'});
  const go = h('button', {type: 'submit', class: danger ? 'danger' : 'main'}, confirm);
  const id = `dialog-${++number}`;
  const dialog = h('dialog', {'aria-labelledby': id}, h('form', {method: 'dialog', on: {submit: async event => {
    event.preventDefault();
    go.disabled = true;
    problem.hidden = true;
    try {
      await submit(Object.fromEntries(new FormData(event.target)), words => { progress.textContent = words; }, () => dialog.open);
      dialog.close();
    } catch (e) {
      problem.textContent = e.status === 401 ? WRONG_TOKEN : [e.message, ...(e.errors ?? []).map(error => typeof error === 'string' ? error : Object.values(error).join(': '))].join(' ');
      problem.hidden = false;
      if (e.status === 401) dialog.querySelector('input[name=token]')?.select();
    } finally {
      go.disabled = false;
    }
  }}}, h('h2', {id}, title), text && h('p', {}, text), fields.map(field), problem, progress,
  h('div', {class: 'actions'}, button('Cancel', () => dialog.close()), go)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks for the token only. */
export function askForToken(then) {
  if (document.querySelector('dialog[open]')) return;
  open({title: 'Token', text: 'This service requires a token.', fields: [{...tokenField(), required: false}], confirm: 'Use token', submit: async values => {
    setToken(values.token);
    then();
  }});
}

/**
 * Confirms an action that is done a part at a time, until nothing remains or the dialog is closed: path and body of each part, add(sum, answer)
 * sums up the answers, words(sum) says it.
 */
export function askAndRepeat({title, text, fields = [], confirm, danger, path, body, add, words, done}) {
  open({title, text, fields: [...fields, tokenField(), whoField()], confirm, danger, submit: async ({token: given, by, ...values}, progress, isOpen) => {
    setToken(given);
    setWho(by);
    let [sum, last, remaining] = [{}, 0, 1];
    while (remaining > 0 && isOpen()) {
      const answer = await act(path, {...body, ...values, after: last});
      sum = add(sum, answer);
      [last, remaining] = [answer.last ?? last, answer.remaining];
      progress(`${words(sum)} ${count(remaining)} remain.`);
    }
    toast(words(sum) + (remaining > 0 ? ` Stopped; ${count(remaining)} remain.` : ''));
    done?.();
  }});
}

/**
 * Confirms an action, runs it and reports the result: what(values) gives [path, body, text of success]. With a wrong token the dialog stays open and says so.
 */
export function askAndAct({title, text, fields = [], confirm, danger, what, done}) {
  open({title, text, fields: [...fields, tokenField(), whoField()], confirm, danger, submit: async ({token: given, by, ...values}) => {
    setToken(given);
    setWho(by);
    const [path, body, words] = what(values);
    const answer = await act(path, body);
    toast(typeof words === 'function' ? words(answer) : words);
    done?.();
  }});
}
