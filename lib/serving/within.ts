/** Rejects when it takes longer; a database that hangs says nothing for ever. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("an answer took too long")), milliseconds);
    work.finally(() => clearTimeout(timer)).catch(() => {});
  });
  return Promise.race([work, late]);
}
