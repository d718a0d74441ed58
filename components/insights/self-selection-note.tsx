/** What these numbers cannot tell, in the words for whoever reads them first. */
export function SelfSelectionNote() {
  return (
    <div className="note note-plum">
      <p>
        People who felt help or harm tell us more often than people who noticed nothing, so these are not the numbers of
        everyone who tried. And many try something new when their attacks are at their worst, a time that often gets
        better by itself.
      </p>
      <p>
        <a href="/what-helped/method">How we count, and what the numbers cannot say</a>
      </p>
    </div>
  );
}
