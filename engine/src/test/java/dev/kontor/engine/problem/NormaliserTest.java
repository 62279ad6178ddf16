package dev.kontor.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What differs from document to document is taken out; what tells causes apart stays. */
class NormaliserTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abE19 .,;:/#-+@_'\"„“«»()[]=%\n")
        .withChars('a', 'f')
        .ofMaxLength(60);
  }

  @Property
  void twiceIsOnce(@ForAll("texts") String text) {
    String once = Normaliser.of(text);
    assertThat(Normaliser.of(once)).isEqualTo(once);
  }

  @Property
  void numbersDoNotCount(
      @ForAll @IntRange(min = 0) int number, @ForAll @IntRange(min = 0, max = 99) int cents) {
    String amount = number + "." + String.format("%02d", cents);
    assertThat(Normaliser.of("order S1-" + number + ": 19 % of " + amount + " EUR are missing"))
        .isEqualTo(Normaliser.of("order S1-4711: 7 % of -3,50 EUR are missing"));
  }

  @Property
  void quotedValuesDoNotCount(@ForAll @AlphaChars @StringLength(max = 30) String value) {
    assertThat(Normaliser.of("the shop does not allow '" + value + "' now"))
        .isEqualTo("the shop does not allow '…' now");
    assertThat(Normaliser.of("Wert „" + value + "“ fehlt")).isEqualTo("Wert '…' fehlt");
  }

  @Property
  void wordsCount(
      @ForAll @AlphaChars @StringLength(min = 1, max = 9) String one,
      @ForAll @AlphaChars @StringLength(min = 1, max = 9) String other) {
    boolean same = one.equals(other);
    assertThat(Normaliser.of("no table " + one).equals(Normaliser.of("no table " + other)))
        .isEqualTo(same);
  }

  @Test
  void whatSystemsSayIsKeptApartFromWhatTheySayItOf() {
    assertThat(
            Normaliser.of(
                "salesOrders answered 400 (Application_DialogException): Customer D10001 of"
                    + " anne@kunde.example is blocked.  CorrelationId:  1f0c2a7e-8d1b-4b3e-9a53."))
        .isEqualTo(
            "salesOrders answered 400 (Application_DialogException): Customer # of # is blocked."
                + " CorrelationId: #.");
    assertThat(Normaliser.of("salesOrderLines[12].quantity: at 2026-12-01T10:00:00.1Z"))
        .isEqualTo("salesOrderLines[#].quantity: at #");
    assertThat(Normaliser.of("erp has 3 documents for S-1: 101001, 101002 and 101003"))
        .isEqualTo("erp has # documents for #: #");
    assertThat(
            Normaliser.of("must be equal in Customer: No.=D1,Name=Eva Klein. Current value is x"))
        .isEqualTo("must be equal in Customer: No.=#,Name=#. Current value is x");
    assertThat(Normaliser.of("call +49 170 1234567 or eva.klein@kunde.example"))
        .isEqualTo("call # or #");
    assertThat(Normaliser.of("the customer's order isn't there"))
        .isEqualTo("the customer's order isn't there");
  }
}
