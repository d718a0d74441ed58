/** In place of a form, for whoever may not write for now. */
export function SilencedNote() {
  return (
    <p className="for-silenced note">
      A moderator has decided that you cannot write here for now. <a href="/me/statements">Their reasons</a> say until
      when, and how to object. You can still read, report, and withdraw what you wrote.
    </p>
  );
}
