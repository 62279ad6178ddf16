package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlacesTest {

  private final Places places = new Places(10, 4);

  @Test
  void aFloodOfOthersLeavesRoomForOrders() throws InterruptedException {
    Places.Room flood = places.awaitRoom(100);
    assertThat(flood.all()).isEqualTo(10);
    assertThat(flood.others()).isEqualTo(6);
    flood.use(6, 6);
    flood.settle();

    Places.Room left = places.room(100);
    assertThat(left.all()).isEqualTo(4);
    assertThat(left.others()).isZero();
    left.use(4, 0);
    left.settle();
    assertThat(places.room(1).all()).isZero();
  }

  @Test
  void ordersMayHaveAllOfIt() {
    Places.Room orders = places.room(100);
    orders.use(10, 0);
    orders.settle();
    places.leave(10, 0);
    Places.Room again = places.room(100);
    assertThat(again.all()).isEqualTo(10);
    assertThat(again.others()).isEqualTo(6);
  }

  @Test
  void whatIsNotUsedIsFreeAgainAndOnlyOnce() {
    Places.Room room = places.room(7);
    room.use(2, 1);
    room.settle();
    room.settle();
    places.leave(2, 1);
    assertThat(places.room(100).all()).isEqualTo(10);
  }

  @Test
  void besideAWholeCallOfStockAnotherOneGathers() {
    assertThat(Places.ofProcess().room(10_000).others()).isGreaterThanOrEqualTo(2 * 500);
  }
}
