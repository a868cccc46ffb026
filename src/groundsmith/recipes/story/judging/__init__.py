"""A model beside the rules: what only a reader would notice, believed as far as it is quoted."""
