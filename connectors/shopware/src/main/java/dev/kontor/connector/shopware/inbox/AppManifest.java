package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.ShopwareResource;
import java.net.URI;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The manifest of the app that gives the hub signed webhooks. */
final class AppManifest {

  private static final String TEMPLATE = ShopwareResource.text("inbox/manifest.xml");

  private AppManifest() {}

  static String of(String name, URI door) {
    String permissions =
        Events.WANTED.stream()
            .map(Events.Event::privilege)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(entity -> "    <read>" + entity + "</read>")
            .collect(Collectors.joining("\n"));
    String webhooks =
        Events.WANTED.stream().map(event -> webhook(event, door)).collect(Collectors.joining("\n"));
    return TEMPLATE
        .replace("{name}", escaped(name))
        .replace("{registrationUrl}", escaped(door + AppRegistration.REGISTER))
        .replace("{permissions}", permissions)
        .replace("{webhooks}", webhooks);
  }

  private static String webhook(Events.Event event, URI door) {
    return "    <webhook name=\"%s\" url=\"%s\" event=\"%s\"%s/>"
        .formatted(
            event.name().replace('.', '-'),
            escaped(door + AppRegistration.WEBHOOK),
            event.name(),
            event.liveOnly() ? " onlyLiveVersion=\"true\"" : "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
