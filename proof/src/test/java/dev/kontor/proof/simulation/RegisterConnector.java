package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;

/** A system's customers as one process reaches them. */
final class RegisterConnector extends SimulatedConnector {

  RegisterConnector(String id, Register register, Wire wire, Writer writer) {
    super(id, wire, Map.of());
    reads(EntityType.CUSTOMER, new Customers(register, wire));
    writes(EntityType.CUSTOMER, writer);
  }

  private static final class Customers extends Feed {
    private final Register register;
    private final Wire wire;

    Customers(Register register, Wire wire) {
      super(wire, "customers", register.versions()::all, register.versions()::fetch);
      this.register = register;
      this.wire = wire;
    }

    @Override
    public List<Document> find(Identity identity) {
      return wire.read("find " + identity, () -> found(identity));
    }

    private List<Document> found(Identity identity) {
      return switch (identity) {
        case Identity.NativeId(var id) -> register.versions().fetch(List.of(id));
        case Identity.Match(var key) ->
            register.versions().fetch(register.matching(key).stream().toList());
        case Identity.ExternalReference _ ->
            throw new UnsupportedOperationException("customers have no reference");
      };
    }
  }
}
