"""LlamaIndex, as far as cases need it: an index with engines that chat, and engines that only answer."""
