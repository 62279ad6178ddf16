package dev.kontor.app.web;

import dev.kontor.engine.Desk;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.StockLevelStore;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages and stock figures that a person looks up, as JSON. */
@RestController
class DeskController {

  private static final int MOST_SHOWN = 200;

  private final HubGate gate;

  DeskController(HubGate gate) {
    this.gate = gate;
  }

  @Needs(Right.READ)
  @GetMapping("/api/messages")
  List<DeskStore.Entry> byNumber(@RequestParam String number) {
    return desk().byNumber(number);
  }

  @Needs(Right.READ)
  @GetMapping("/api/messages/open")
  List<DeskStore.Entry> open() {
    return desk().open(MOST_SHOWN);
  }

  @Needs(Right.READ)
  @GetMapping("/api/stock/{sku}")
  List<StockLevelStore.Level> stock(@PathVariable String sku) {
    return desk().stock(sku);
  }

  @Needs(Right.READ)
  @GetMapping("/api/stock/{sku}/pending")
  List<DemandStore.Pending> pending(@PathVariable String sku) {
    return desk().pending(sku);
  }

  private Desk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).desk();
  }
}
