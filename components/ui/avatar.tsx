/** A letter in a calm circle. No pictures: nothing to upload, nothing to load, nothing that gives a person away. */
export function Avatar({ handle }: { handle: string }) {
  const tint = [...handle].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
  return (
    <span className="avatar" data-tint={tint} aria-hidden="true">
      {handle.charAt(0)}
    </span>
  );
}
