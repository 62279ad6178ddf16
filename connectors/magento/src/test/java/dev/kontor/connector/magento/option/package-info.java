@NullMarked
package dev.kontor.connector.magento.option;

import org.jspecify.annotations.NullMarked;
