// The passages that are marked in the demo library, with their notes.

export const demoMarks = [
  {
    slug: 'offprints',
    quote: 'printing another fifty copies of one sheet cost little more than the paper',
    color: 'yellow',
    note: 'The whole economy of the thing in one line. Compare with the *preprint*.',
  },
  { slug: 'offprints', quote: 'But readers rarely want a journal. They want the one piece.', color: 'green', note: '' },
  { slug: 'offprints', quote: 'nobody could withdraw it from your drawer', color: 'blue', note: 'Use as the epigraph?' },
  { slug: 'ditu', quote: '一条等高线，是所有一样高的地方手拉着手', color: 'yellow', note: '给地理课的开头。' },
  { slug: 'ditu', quote: '纸是平的，山却自己鼓起来', color: 'pink', note: '' },
  { slug: 'seed-form', quote: '就像钓鱼的人看见浮标动了', color: 'green', note: '船长的话，可以做小标题。' },
] as const;
