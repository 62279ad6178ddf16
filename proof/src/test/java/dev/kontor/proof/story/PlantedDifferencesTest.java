package dev.kontor.proof.story;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people and accidents did past the hub, in every flow and of every cause: each difference is
 * named and nothing else is. After a repair the hub comes to rest, and only what people decide is
 * named again.
 */
class PlantedDifferencesTest {

  private static final List<String> COMPARED =
      List.of(
          "orders",
          "payments",
          "stock",
          "products",
          "prices",
          "customer-changes",
          "customer-terms");

  private static final String[] POLLED = {
    "orders", "stock", "products", "prices", "progress", "customer-changes", "customer-terms"
  };

  private final ToBeNamed named = new ToBeNamed(COMPARED);

  private static List<Plant<?>> sown(Seedbed bed) {
    List<Plant<?>> plants = new ArrayList<>();
    Stream.of(
            new PlantedOrders(bed).kinds(),
            new PlantedPayments(bed).kinds(),
            new PlantedStock(bed).kinds(),
            new PlantedArticles(bed).kinds(),
            new PlantedCustomers(bed).kinds())
        .flatMap(List::stream)
        .forEach(kind -> Stream.generate(kind::plant).limit(kind.times()).forEach(plants::add));
    return plants;
  }

  private void spoil(Plant<?> plant) {
    String number = plant.spoil();
    plant.kind().words().forEach(word -> named.say(number, word));
  }

  @Test
  void eachIsNamedByItsCauseAndNothingElseIs(@TempDir Path home) throws Exception {
    try (Operator operator = new Operator(home)) {
      Seedbed bed = new Seedbed(operator.pair());
      bed.price();
      List<Plant<?>> plants = sown(bed);
      OnTheirWay waiting = new OnTheirWay(bed);
      Instant from = InstantSource.system().instant().truncatedTo(SECONDS).plusSeconds(1);
      operator.serve(yaml -> PlantedSettings.before(yaml, from));
      operator.rest(POLLED);
      plants.forEach(Plant::grow);
      operator.rest(POLLED);
      waiting.happen(operator);
      operator.stop();
      waiting.goOn();
      plants.forEach(this::spoil);
      // Its orders left the ERP, or have never been there.
      named.say(Seedbed.GOODS, Kind.mended("stock", "never received"));
      operator.configure(yaml -> PlantedSettings.after(yaml, home));

      resetCalls(operator.pair());
      Told previewed = operator.reconcile();
      tell(operator.pair(), plants.size(), previewed);
      named.allIn(previewed);
      assertThat(previewed.status()).isEqualTo(1);
      assertThat(previewed.summary("stock")).contains(" waiting=1 repaired=0");
      assertThat(previewed.summary("payments")).contains(" waiting=1 repaired=0");
      assertThat(previewed.out())
          .contains("57 by the rule, shop shows 100; --repair has it written anew")
          .contains("in shop name Becher, not Krug ")
          .contains(" orders on both sides: EUR ")
          .as("no word of a customer")
          .doesNotContain("NO IDEA", "Talweg");
      named.allIn(operator.reconcile("--repair", "--by=Erika"));

      operator.serve(yaml -> PlantedSettings.after(yaml, home));
      operator.rest(POLLED);
      Told proved = operator.reconcile();
      named.whatPeopleDecideIn(proved);
      assertThat(proved.status()).isEqualTo(1);
    }
  }

  private static void resetCalls(TwinPair pair) {
    pair.shop().calls().reset();
    pair.erp().server().calls().reset();
  }

  private void tell(TwinPair pair, int planted, Told told) {
    Figures.print(
        "PlantedDifferencesTest: %d planted, to be named %d times; compared by %d calls to the shop and %d to the ERP: %s"
            .formatted(
                planted,
                named.count(),
                pair.shop().calls().total(),
                pair.erp().server().calls().total(),
                String.join("; ", COMPARED.stream().map(told::summary).toList())));
  }
}
