// A field to sign in with mouse, finger or pen: black on white in both themes, for that is what is kept.
import { Button, InputLabel } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { PointerEvent } from 'react';
import styles from './signature-pad.module.css';

/** Of the picture, pixels; the field on the screen may be smaller. */
const WIDTH = 600;
const HEIGHT = 200;
const STROKE = 3;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `value` is a PNG in base64, null while the field is empty. Whoever cannot sign says so beside it: it takes no keys. */
export function SignaturePad(props: {
  readonly label: string;
  /** What stands in the field and what a screen reader says of it. */
  readonly state: string;
  readonly clearLabel: string;
  readonly value: string | null;
  readonly onChange: (png: string | null) => void;
}) {
  const { value, onChange } = props;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point | null>(null);

  // Emptied from outside as well: by the button, and by whoever takes the form anew.
  useEffect(() => {
    if (value === null) wipe(canvas.current);
  }, [value]);

  function begin(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pointOf(event);
    draw(event.currentTarget, last.current, last.current);
  }

  function go(event: PointerEvent<HTMLCanvasElement>): void {
    if (last.current === null) return;
    const point = pointOf(event);
    draw(event.currentTarget, last.current, point);
    last.current = point;
  }

  function end(event: PointerEvent<HTMLCanvasElement>): void {
    if (last.current === null) return;
    last.current = null;
    onChange(event.currentTarget.toDataURL('image/png').split(',')[1] ?? null);
  }

  return (
    <div className={styles.pad}>
      <InputLabel component="span" id={id}>
        {props.label}
      </InputLabel>
      <div className={styles.paper}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-labelledby={id}
          aria-describedby={`${id}-state`}
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={end}
        />
        <span id={`${id}-state`} className={styles.state} data-signed={value !== null || undefined}>
          {props.state}
        </span>
      </div>
      <Button
        className={styles.clear ?? ''}
        size="compact-sm"
        variant="default"
        disabled={value === null}
        onClick={() => onChange(null)}
      >
        {props.clearLabel}
      </Button>
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: ((event.clientX - left) / width) * WIDTH, y: ((event.clientY - top) / height) * HEIGHT };
}

function wipe(canvas: HTMLCanvasElement | null): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

function draw(canvas: HTMLCanvasElement, from: Point, to: Point): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.strokeStyle = '#000';
  pen.lineWidth = STROKE;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}
