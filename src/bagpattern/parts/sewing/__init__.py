"""Operations on drafts and edges that every part uses: joining, cutting, folding, edging, finding a free place."""
