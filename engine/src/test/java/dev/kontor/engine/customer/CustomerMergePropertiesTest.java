package dev.kontor.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people change and however writes are lost, two sides end up saying the same. */
class CustomerMergePropertiesTest {

  private static final int HISTORIES = 20_000;
  private static final int STEPS = 40;
  private static final List<Owner> OWNERS = List.of(Owner.SHOP, Owner.ERP, Owner.LATEST);

  private static Map<Attribute, Owner> owners(Random dice) {
    Map<Attribute, Owner> owners = new EnumMap<>(Attribute.usualOwners());
    TwoSides.SHARED.forEach(a -> owners.put(a, OWNERS.get(dice.nextInt(3))));
    return owners;
  }

  private static void live(TwoSides sides, Random dice) {
    for (int i = 0; i < STEPS; i++) {
      Owner side = dice.nextBoolean() ? Owner.SHOP : Owner.ERP;
      switch (dice.nextInt(6)) {
        case 0 -> sides.change(side, TwoSides.SHARED.get(dice.nextInt(3)));
        case 1 -> sides.pass(dice.nextInt(80));
        default -> sides.look(side, dice.nextInt(4) == 0);
      }
    }
  }

  /** Nobody changes anything any more, and every write is answered. */
  private static int settle(TwoSides sides) {
    int before = 0;
    for (int i = 0; i < 6; i++) {
      sides.pass(100);
      before = sides.writes;
      sides.look(Owner.SHOP, false);
      sides.look(Owner.ERP, false);
    }
    return sides.writes - before;
  }

  @Test
  void bothEndUpTheSameAndNoOwnersWordIsLost() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random dice = new Random(seed);
      Map<Attribute, Owner> owners = owners(dice);
      TwoSides sides = new TwoSides(dice, owners);
      live(sides, dice);
      assertThat(settle(sides)).as("writes in the end, seed %s", seed).isZero();
      assertThat(sides.writes)
          .as("at most one more write for each change or loss, seed %s", seed)
          .isLessThanOrEqualTo(2 * sides.changes + 2 * sides.troubles);
      for (Attribute attribute : TwoSides.SHARED) {
        String shop = sides.shown(Owner.SHOP).getOrDefault(attribute, "");
        String erp = sides.shown(Owner.ERP).getOrDefault(attribute, "");
        assertThat(erp).as("%s, seed %s", attribute, seed).isEqualTo(TwoSides.kept(shop));
        if (!sides.overrun.contains(attribute)) {
          assertThat(wanted(sides, owners, attribute))
              .as("%s of %s, seed %s", attribute, owners.get(attribute), seed)
              .contains(erp);
        }
      }
    }
  }

  /** As the ERP keeps it. A time of change tells of the whole customer, not of an attribute. */
  private static Set<String> wanted(
      TwoSides sides, Map<Attribute, Owner> owners, Attribute attribute) {
    Owner owner = owners.getOrDefault(attribute, Owner.LATEST);
    Stream<Map<Attribute, String>> by =
        owner != Owner.LATEST
            ? Stream.of(sides.lastOn.getOrDefault(owner, Map.of()))
            : sides.conflicts == 0 ? Stream.of(sides.last) : sides.lastOn.values().stream();
    return by.map(said -> TwoSides.kept(said.getOrDefault(attribute, "")))
        .collect(Collectors.toSet());
  }

  @Test
  void whatBothChangedIsDecidedOnceAndCounted() {
    TwoSides sides = new TwoSides(new Random(1), Attribute.usualOwners());
    sides.change(Owner.ERP, Attribute.EMAIL);
    sides.change(Owner.SHOP, Attribute.EMAIL);
    sides.look(Owner.ERP, false);
    assertThat(sides.writes).isZero();
    sides.look(Owner.SHOP, false);
    sides.look(Owner.ERP, false);
    assertThat(sides.writes).isEqualTo(1);
    assertThat(sides.conflicts).isEqualTo(1);
    assertThat(sides.shown(Owner.ERP).get(Attribute.EMAIL)).startsWith("v2");
  }

  @Test
  void aValueTheErpHadToCutDoesNotComeBackShortened() {
    TwoSides sides = new TwoSides(new Random(2), Attribute.usualOwners());
    while (sides.shown(Owner.SHOP).getOrDefault(Attribute.NAME, "").length() < 5) {
      sides.change(Owner.SHOP, Attribute.NAME);
    }
    String whole = sides.shown(Owner.SHOP).getOrDefault(Attribute.NAME, "");
    sides.look(Owner.SHOP, true);
    settle(sides);
    assertThat(sides.shown(Owner.SHOP).get(Attribute.NAME)).isEqualTo(whole);
    assertThat(sides.shown(Owner.ERP).get(Attribute.NAME)).isEqualTo(TwoSides.kept(whole));
  }

  @Test
  void whatAnOwnerDoesNotSayIsNotTakenAway() {
    Map<Attribute, Owner> owners = new EnumMap<>(Attribute.usualOwners());
    owners.put(Attribute.NAME, Owner.ERP);
    CustomerMerge merge =
        new CustomerMerge(
            owners,
            Owner.ERP,
            CustomerLink.Sides.NOTHING,
            Map.of(Attribute.NAME, "nothing", Attribute.BLOCKED, "all"),
            Map.of(Attribute.NAME, "Anna", Attribute.BLOCKED, "nothing"),
            Set.of(Attribute.NAME),
            Set.of(),
            true,
            true);
    Map<Attribute, Decision> decisions = merge.decide(attribute -> false);
    assertThat(decisions.get(Attribute.NAME)).extracting("verdict").isEqualTo(Verdict.KEEP);
    assertThat(decisions.get(Attribute.BLOCKED)).extracting("verdict").isEqualTo(Verdict.WRITE);
    assertThat(decisions.get(Attribute.EMAIL)).extracting("verdict").isEqualTo(Verdict.AGREE);
  }

  @Test
  void nobodyIsAskedToCarryOverWhatTheOwnerDoesNotSay() {
    Map<Attribute, Owner> owners = new EnumMap<>(Attribute.usualOwners());
    owners.put(Attribute.PHONE, Owner.SHOP);
    CustomerMerge merge =
        new CustomerMerge(
            owners,
            Owner.ERP,
            CustomerLink.Sides.NOTHING,
            Map.of(Attribute.PHONE, "0731 1", Attribute.EMAIL, "b"),
            Map.of(Attribute.PHONE, "nothing", Attribute.EMAIL, "b"),
            Set.of(),
            Set.of(Attribute.PHONE),
            true,
            true);
    assertThat(merge.decide(attribute -> false).get(Attribute.PHONE))
        .extracting("verdict")
        .isEqualTo(Verdict.KEEP);
  }
}
