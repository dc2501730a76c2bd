"""What all pages share: address, filters, cache, components, server."""
