package dev.kontor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is certainly whom, and who a person must tell. */
class PairingTest {

  private final Pairing pairing = new Pairing("products", "erp", "shop", false);

  private static Side side(String name) {
    return new Side("id of " + name, name);
  }

  @Test
  void oneAndOneLeaveNoDoubt() {
    pairing.add(side("A"), side("a"), By.SPELLING);
    assertThat(pairing.pairs())
        .containsExactly(
            new Pair("products", side("A"), side("a"), By.SPELLING, Decision.LINK, ""));
  }

  @Test
  void thoseFoundTwiceAreOnePair() {
    pairing.add(side("A"), side("A"), By.NUMBER);
    pairing.add(side("A"), side("A"), By.REFERENCE);
    assertThat(pairing.pairs()).extracting(Pair::by).containsExactly(By.NUMBER);
  }

  @Test
  void severalThereAreAskedForWithEveryCandidate() {
    pairing.add(side("A"), side("A"), By.NUMBER);
    pairing.add(side("A"), side("a"), By.SPELLING);
    assertThat(pairing.pairs()).extracting(Pair::decision).containsOnly(Decision.ASK).hasSize(2);
    assertThat(pairing.pairs().getFirst().reason())
        .isEqualTo("shop has 2 for it: A (id of A), a (id of a)");
  }

  @Test
  void severalHereForOneThereAreAskedFor() {
    pairing.add(side("A"), side("X"), By.NUMBER);
    pairing.add(side("B"), side("X"), By.NUMBER);
    pairing.add(side("C"), side("C"), By.NUMBER);
    assertThat(pairing.pairs())
        .extracting(Pair::decision)
        .containsExactly(Decision.ASK, Decision.ASK, Decision.LINK);
    assertThat(pairing.pairs().getFirst().reason())
        .isEqualTo("erp has 2 for it: A (id of A), B (id of B)");
  }

  @Test
  void aDebtorMayStandForSeveralCustomers() {
    Pairing customers = new Pairing("customers", "shop", "erp", true);
    customers.add(side("10001"), side("D1"), By.VAT_ID);
    customers.add(side("10002"), side("D1"), By.EMAIL);
    assertThat(customers.pairs()).extracting(Pair::decision).containsOnly(Decision.LINK);
  }
}
