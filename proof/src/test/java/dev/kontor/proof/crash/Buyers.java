package dev.kontor.proof.crash;

import dev.kontor.proof.story.Order;
import dev.kontor.proof.story.Truth;
import dev.kontor.proof.story.TwinPair;
import dev.kontor.twin.kit.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People who order, change their minds, and come back; the same seed gives the same wishes. */
final class Buyers {

  private static final int REGULARS = 12;
  private static final String PRODUCT = "AH-1005";

  /** Odd prices at 19, 7 and no per cent. */
  private static final List<String> MORE =
      List.of("AH-1007", "AH-2003", "AH-2004", "AH-3001", "AH-6004", "AH-6009");

  private final TwinPair pair;
  private final Set<String> cancelled = new HashSet<>();
  private final Map<String, List<String>> orders = new TreeMap<>();

  Buyers(TwinPair pair) {
    this.pair = pair;
  }

  /** Orders one by one at random pauses until the count is reached. */
  void order(int count, int longestPause, Random random) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      orderOne(random);
      Thread.sleep(random.nextInt(longestPause));
    }
  }

  private void orderOne(Random random) {
    boolean regular = random.nextInt(3) == 0;
    String email =
        regular
            ? "stamm" + random.nextInt(REGULARS) + "@kunde.example"
            : "k" + random.nextInt(500) + "@kunde.example";
    String written = random.nextBoolean() ? email : email.toUpperCase(Locale.ROOT);
    ObjectNode wish = Order.of(written, PRODUCT, 1 + random.nextInt(4));
    ArrayNode lines = (ArrayNode) wish.path("lines");
    MORE.stream()
        .filter(number -> random.nextInt(3) == 0)
        .forEach(number -> lines.add(Order.line(number, 1 + random.nextInt(7))));
    orders.computeIfAbsent(email, e -> new ArrayList<>()).add(Truth.reference(pair.place(wish)));
  }

  /** Two orders of which the hub must only see the end: one is cancelled, one is edited. */
  void changeTheirMindsUnseen(int round) {
    JsonNode regretted = pair.place(Order.of("reue" + round + "@kunde.example", PRODUCT, 1));
    pair.change(regretted, "cancel", null);
    cancelled.add(Truth.reference(regretted));
    JsonNode edited = pair.place(Order.of("mehr" + round + "@kunde.example", PRODUCT, 1));
    ObjectNode more = Json.object();
    more.putArray("lines").add(Order.line(PRODUCT, 3));
    pair.change(edited, "edit", more);
  }

  /** References of the orders cancelled before any hub could see them. */
  Set<String> cancelled() {
    return cancelled;
  }

  /** References by e-mail address. */
  Map<String, List<String>> orders() {
    return orders;
  }
}
