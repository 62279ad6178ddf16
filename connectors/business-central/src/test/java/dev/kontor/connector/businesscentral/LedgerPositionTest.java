package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every entry of the ledger is news once, in whatever order it is committed. */
class LedgerPositionTest {

  @Test
  void whatIsCommittedOutOfOrderIsReadOnce() {
    Random random = new Random(3);
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 2_000).boxed().toList());
    for (int i = 0; i + 40 <= order.size(); i += 40) {
      Collections.shuffle(order.subList(i, i + 40), random);
    }
    TreeSet<Long> committed = new TreeSet<>();
    List<Long> news = new ArrayList<>();
    LedgerPosition at = LedgerPosition.at(0);
    for (Long number : order) {
      committed.add(number);
      if (random.nextInt(5) == 0 || number.equals(order.getLast())) {
        Set<Long> seen = committed.tailSet(at.from(), false);
        seen.stream().filter(at::isNew).forEach(news::add);
        at = at.after(seen);
      }
    }
    assertThat(news).doesNotHaveDuplicates().hasSize(2_000);
    assertThat(at.late()).isEmpty();
  }

  @Test
  void atTheBeginningNothingIsKnown() {
    LedgerPosition at = LedgerPosition.at(250);
    assertThat(at.from()).isEqualTo(150);
    assertThat(at.isNew(151)).isTrue();
    assertThat(at.after(List.of(151L, 250L)).isNew(151)).isFalse();
  }
}
