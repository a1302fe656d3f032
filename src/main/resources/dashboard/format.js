// Numbers with units, and durations in words.

/** Units that are written in another way than in the API. */
const WRITTEN = {1: '', degC: '°C', kVAr: 'kvar', currency: ''};

let units = new Map();

/** The value columns of the API: [{column, unit}]. */
export const setUnits = columns => { units = new Map(columns.map(({column, unit}) => [column, unit])); };

const whole = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});

export const count = value => value === null || value === undefined ? '–' : whole.format(value);

/** A value with a sensible number of digits. */
export function number(value) {
  if (value === null || value === undefined) return '–';
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 10 ? 2 : 3;
  return new Intl.NumberFormat('en-GB', {maximumFractionDigits: digits}).format(value);
}

/** 0 to 1 as a percentage, rounded down: 99.99 % is not shown as 100 %. */
export function percent(share) {
  if (share === null || share === undefined) return '–';
  const tenths = Math.floor(share * 1000 + 1e-9) / 10;
  return (Number.isInteger(tenths) ? tenths.toFixed(0) : tenths.toFixed(1)) + ' %';
}

export const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

/** A duration in its two largest units. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return '–';
  const parts = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
  let rest = Math.max(0, Math.round(seconds));
  const words = [];
  for (const [name, size] of parts) {
    const n = Math.floor(rest / size);
    if (n > 0 && words.length < 2) words.push(`${n} ${name}`);
    rest -= n * size;
  }
  return words.join(' ') || '0 s';
}

/** Unit of a column; empty where it has none. */
export const unitOf = column => WRITTEN[units.get(column)] ?? units.get(column) ?? '';

/** Name of a column for people, without its unit: energy_export_kwh -> Energy export. */
export function nameOf(column) {
  const unit = (units.get(column) ?? '').replace('deg', '').toLowerCase();
  const words = column.split('_').filter(word => word !== unit).join(' ').replace(/\bl([1-3])\b/, 'L$1').replace('thd', 'THD');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const titled = column => unitOf(column) ? `${nameOf(column)}, ${unitOf(column)}` : nameOf(column);
