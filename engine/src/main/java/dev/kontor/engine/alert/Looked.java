package dev.kontor.engine.alert;

import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.observe.SightingStore;
import java.util.List;

/**
 * What one look saw.
 *
 * @param failures what waits for a person
 * @param aged what flows have been at for too long
 * @param sightings what processes saw of the connected systems
 * @param unheard receivers whose notifications do not arrive
 */
record Looked(
    Overview overview,
    List<Failures.Group> failures,
    List<AgedStore.Found> aged,
    SightingStore.Seen sightings,
    List<NotificationStore.Unheard> unheard) {}
