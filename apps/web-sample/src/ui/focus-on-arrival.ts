/** As the `ref` of something that comes in answer to a press: the focus follows it. */
export function focusOnArrival(element: HTMLElement | null): void {
  if (element === null) return;
  // For a dialog that opens around it a moment later, and moves the focus itself.
  element.autofocus = true;
  element.focus();
}
