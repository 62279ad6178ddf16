package dev.kontor.bench.stub;

import dev.kontor.bench.shop.Shop;
import dev.kontor.bench.wire.WireServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Takes orders and does nothing with them but notice when each came, and whether twice. */
final class Target implements WireServer.Handler {

  private static final int NUMBERS = 2_000_000;
  private static final int KEPT = 20;
  private static final String FIELD = "\"externalDocumentNumber\":\"";

  private final AtomicLongArray arrivals = new AtomicLongArray(NUMBERS);
  private final AtomicIntegerArray times = new AtomicIntegerArray(NUMBERS);
  private final AtomicLong orders = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong posts = new AtomicLong();
  private final Queue<String> kept = new ConcurrentLinkedQueue<>();

  @Override
  public byte[] answer(String path, byte[] body) {
    return switch (path) {
      case "/shop" -> Shop.orders(new String(body, StandardCharsets.UTF_8));
      case "/batch" -> created(body, true);
      default -> created(body, false);
    };
  }

  private byte[] created(byte[] body, boolean batch) {
    posts.incrementAndGet();
    String text = new String(body, StandardCharsets.UTF_8);
    StringBuilder numbers = new StringBuilder();
    for (int at = text.indexOf(FIELD); at >= 0; at = text.indexOf(FIELD, at + 1)) {
      int from = at + FIELD.length();
      String number = text.substring(from, text.indexOf('"', from));
      note(Integer.parseInt(number), text);
      numbers
          .append(numbers.isEmpty() ? "" : ",")
          .append("{\"number\":\"")
          .append(number)
          .append("\"}");
    }
    String answer = batch ? "[" + numbers + "]" : numbers.isEmpty() ? "{}" : numbers.toString();
    return answer.getBytes(StandardCharsets.US_ASCII);
  }

  private void note(int number, String text) {
    if (times.getAndIncrement(number) > 0) {
      repeated.incrementAndGet();
      return;
    }
    arrivals.set(number, System.nanoTime());
    if (orders.incrementAndGet() <= KEPT) {
      kept.add(text);
    }
  }

  String reset() {
    IntStream.range(0, NUMBERS).filter(n -> times.get(n) > 0).forEach(n -> times.set(n, 0));
    orders.set(0);
    repeated.set(0);
    posts.set(0);
    kept.clear();
    return "reset";
  }

  Map<String, Long> count() {
    return Map.of("orders", orders.get(), "repeated", repeated.get(), "posts", posts.get());
  }

  List<String> kept() {
    return List.copyOf(kept);
  }

  /** Monotonic nanoseconds, comparable between processes of one Linux machine. */
  long[] arrivals(int from, int count) {
    return IntStream.range(from, from + count).mapToLong(arrivals::get).toArray();
  }
}
