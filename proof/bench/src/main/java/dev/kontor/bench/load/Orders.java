package dev.kontor.bench.load;

import dev.kontor.bench.shop.BenchOrder;
import dev.kontor.bench.shop.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Orders of a stretch of numbers, made and signed before anything is measured. */
final class Orders {

  /** One push. */
  record Push(byte[] body, Map<String, String> headers) {}

  private final List<Push> pushes;

  Orders(int from, int count) {
    this.pushes = IntStream.range(from, from + count).mapToObj(Orders::push).toList();
  }

  private static Push push(int number) {
    byte[] body = BenchOrder.of(number);
    return new Push(body, Map.of(Signature.HEADER, Signature.of(body)));
  }

  int count() {
    return pushes.size();
  }

  Push get(int index) {
    return pushes.get(index);
  }
}
