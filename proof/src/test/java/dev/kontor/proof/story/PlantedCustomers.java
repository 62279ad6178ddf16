package dev.kontor.proof.story;

import static dev.kontor.proof.story.Kind.mended;

import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.function.Consumer;

/** How customers of the shop and debtors of the ERP come to differ. */
final class PlantedCustomers {

  private static final String TERMS = "customer-terms";
  private static final String CHANGES = "customer-changes";

  private final Seedbed bed;

  PlantedCustomers(Seedbed bed) {
    this.bed = bed;
  }

  List<Kind<?>> kinds() {
    return List.of(
        kind(2, mended(TERMS, "never received"), who -> bed.inErp(who, "blocked", "All")),
        kind(2, mended(TERMS, "changed there"), this::overwriteTerms),
        Kind.of(2, bed::account, mended(TERMS, "rule or mapping changed"))
            .grown(who -> bed.inErp(who, "blocked", "Invoice"))
            .spoiled(bed::debtor),
        kind(2, mended(CHANGES, "never received"), this::move),
        kind(2, mended(CHANGES, "changed there"), who -> bed.inErp(who, "city", "Kiel")),
        // The shop owns the phone and says none: no difference, and nothing to carry over.
        Kind.of(1, bed::account)
            .spoiled(
                who -> {
                  bed.inErp(who, "phoneNumber", "0731 99");
                  return who;
                }));
  }

  private Kind<String> kind(int times, Kind.Word word, Consumer<String> deed) {
    return Kind.of(times, bed::account, word)
        .spoiled(
            who -> {
              deed.accept(who);
              return bed.debtor(who);
            });
  }

  private void overwriteTerms(String who) {
    bed.inShop(
        who,
        "profile",
        Json.object().set("customFields", Json.object().put("kontor_blocked", "NO IDEA")));
  }

  private void move(String who) {
    bed.inShop(who, "address", Json.object().put("street", "Talweg 1"));
  }
}
