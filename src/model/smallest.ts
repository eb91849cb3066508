/**
 * Those of some sets that contain no other, in the order given; of equal ones the first.
 *
 * @param setOf the members of each, none twice
 */
export function smallest<Each, Member>(
  sets: readonly Each[],
  setOf: (each: Each) => readonly Member[],
): Each[] {
  const isWithin = (one: Each, other: Each): boolean =>
    setOf(one).every((member) => setOf(other).includes(member));
  return sets.filter(
    (each, place) =>
      !sets.some(
        (other, index) =>
          index !== place && isWithin(other, each) && (index < place || !isWithin(each, other)),
      ),
  );
}
