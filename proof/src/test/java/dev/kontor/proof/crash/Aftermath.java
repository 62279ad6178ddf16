package dev.kontor.proof.crash;

import dev.kontor.proof.merchant.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What both systems hold when all is over, beside what buyers did.
 *
 * @param orders that must be in the ERP
 * @param inErp sales orders the ERP has
 * @param lost references of orders the ERP lacks
 * @param doubled references it has more than once
 * @param wrong every difference in words, those two included
 * @param doubledDebtors people with more than one debtor
 */
record Aftermath(
    int orders,
    int inErp,
    List<String> lost,
    List<String> doubled,
    List<String> wrong,
    List<String> doubledDebtors) {

  static Aftermath of(Truth truth, Buyers buyers) {
    Map<String, List<JsonNode>> there = truth.erpOrders();
    List<String> wanted =
        truth.shopOrders().stream()
            .map(Truth::reference)
            .filter(reference -> !buyers.cancelled().contains(reference))
            .toList();
    return new Aftermath(
        wanted.size(),
        there.values().stream().mapToInt(List::size).sum(),
        wanted.stream().filter(reference -> !there.containsKey(reference)).toList(),
        there.keySet().stream().filter(r -> there.getOrDefault(r, List.of()).size() > 1).toList(),
        truth.differences(buyers.cancelled()),
        doubledDebtors(truth, there, buyers));
  }

  /** By what the ERP has of an address, and by the debtors of one buyer's orders. */
  private static List<String> doubledDebtors(
      Truth truth, Map<String, List<JsonNode>> there, Buyers buyers) {
    List<String> doubled = new ArrayList<>();
    truth.debtors().stream()
        .map(debtor -> debtor.path("email").asString("").toLowerCase(Locale.ROOT))
        .filter(email -> !email.isEmpty())
        .collect(Collectors.groupingBy(email -> email, Collectors.counting()))
        .forEach((email, count) -> addIf(count > 1, email, doubled));
    Map<String, String> debtors = new HashMap<>();
    there.forEach(
        (reference, found) ->
            debtors.put(reference, found.getFirst().path("customerNumber").asString()));
    buyers
        .orders()
        .forEach(
            (email, references) ->
                addIf(
                    references.stream().map(debtors::get).distinct().count() != 1, email, doubled));
    return doubled;
  }

  private static void addIf(boolean doubled, String email, List<String> to) {
    if (doubled) {
      to.add(email);
    }
  }

  @Override
  public String toString() {
    return "orders=%d in-erp=%d missing=%d duplicated=%d wrong=%d doubled-debtors=%d"
        .formatted(orders, inErp, lost.size(), doubled.size(), wrong.size(), doubledDebtors.size());
  }
}
