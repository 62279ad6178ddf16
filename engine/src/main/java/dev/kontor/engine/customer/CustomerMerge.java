package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides, attribute by attribute, what a flow from one side of a link to the other does; pure.
 *
 * @param source the side the flow reads
 * @param known what is remembered of both sides
 * @param here keyed hashes of what the source shows
 * @param there the same of the target
 * @param unsaid attributes of which the source says nothing, as it may not keep them
 * @param unsaidThere the same of the target
 * @param newer whether the source changed after the target; if both changed at once, the ERP did
 * @param alone whether the debtor belongs to one account; else what tells of a person is not
 *     shared, as the debtor would be now the one and now the other
 */
record CustomerMerge(
    Map<Attribute, Owner> owners,
    Owner source,
    CustomerLink.Sides known,
    Map<Attribute, String> here,
    Map<Attribute, String> there,
    Set<Attribute> unsaid,
    Set<Attribute> unsaidThere,
    boolean newer,
    boolean alone) {

  private static final Decision KEEP = new Decision(Verdict.KEEP, false, false);
  private static final Decision AGREE = new Decision(Verdict.AGREE, false, false);

  /** Attributes of which it must be known whether both sides say the same. */
  List<Attribute> candidates() {
    return changed().filter(attribute -> owner(attribute) != CustomerLink.other(source)).toList();
  }

  private Stream<Attribute> changed() {
    return Arrays.stream(Attribute.values())
        .filter(attribute -> alone || !attribute.isPersonal())
        .filter(a -> here(a) != Change.NONE || there(a) != Change.NONE);
  }

  private Owner owner(Attribute attribute) {
    return owners.getOrDefault(attribute, Owner.LATEST);
  }

  /**
   * What the target owns is left to the flow the other way, which alone can tell whether both say
   * the same: this one's mapping may not even name it.
   *
   * @param same whether the target would not change if it were told the source's value: what it had
   *     to cut or cannot keep is no difference
   */
  Map<Attribute, Decision> decide(Predicate<Attribute> same) {
    Map<Attribute, Decision> decisions = new EnumMap<>(Attribute.class);
    Arrays.stream(Attribute.values()).forEach(attribute -> decisions.put(attribute, KEEP));
    changed().forEach(attribute -> decisions.put(attribute, differing(attribute)));
    candidates().stream().filter(same).forEach(attribute -> decisions.put(attribute, AGREE));
    return decisions;
  }

  private Decision differing(Attribute attribute) {
    Change here = here(attribute);
    Change there = there(attribute);
    Owner owner = owner(attribute);
    if (isSilent(attribute, owner)) {
      return KEEP; // silence is no word
    }
    Verdict verdict = Verdict.of(owner, source, here, there, newer);
    return new Decision(verdict, here == Change.BY_PEOPLE, there == Change.BY_PEOPLE);
  }

  /** Whether its owner says nothing of it, and nobody took away what it said. */
  private boolean isSilent(Attribute attribute, Owner owner) {
    if (owner == Owner.LATEST) {
      return false;
    }
    return owner == source
        ? unsaid.contains(attribute) && here(attribute) != Change.BY_PEOPLE
        : unsaidThere.contains(attribute) && there(attribute) != Change.BY_PEOPLE;
  }

  private Change here(Attribute attribute) {
    return known.of(source).change(attribute, here.getOrDefault(attribute, ""));
  }

  private Change there(Attribute attribute) {
    return known
        .of(CustomerLink.other(source))
        .change(attribute, there.getOrDefault(attribute, ""));
  }
}
