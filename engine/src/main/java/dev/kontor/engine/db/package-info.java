/** The one database: embedded or external PostgreSQL, its pools, migrations and transactions. */
@NullMarked
package dev.kontor.engine.db;

import org.jspecify.annotations.NullMarked;
