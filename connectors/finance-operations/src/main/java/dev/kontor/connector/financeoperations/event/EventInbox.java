package dev.kontor.connector.financeoperations.event;

import dev.kontor.spi.Inbox;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.util.List;

/**
 * Where business events arrive by HTTPS. What is nothing to this connection is taken all the same:
 * any other answer is tried three times more and then waits in the environment's error log for a
 * person (finance-operations/contract.md §6). That is where what nobody understands belongs.
 */
public final class EventInbox implements Inbox {

  private static final int ACCEPTED = 202;

  private final EventDoor door;
  private final EventMeanings meanings;

  public EventInbox(EventDoor door, EventMeanings meanings) {
    this.door = door;
    this.meanings = meanings;
  }

  @Override
  public Received receive(RawRequest request) {
    if (!door.isAt(request.path())) {
      return Received.rejected(
          404,
          "the address does not end with setting eventSecret; somebody else knows the door, or the"
              + " secret in Key Vault is not the one in the settings");
    }
    if (!request.method().equals("POST")) {
      return Received.rejected(405, "a business event is posted");
    }
    return switch (meanings.of(request.body())) {
      case Meaning.Changed changed ->
          new Received(Received.Reply.of(ACCEPTED), List.of(), changed.types(), null);
      case Meaning.OfNoConcern other -> Received.rejected(ACCEPTED, other.reason());
      case Meaning.Unreadable _ ->
          Received.rejected(400, "what was posted is no business event in JSON");
    };
  }
}
